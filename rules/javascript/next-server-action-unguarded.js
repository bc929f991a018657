export default function Page({ order }) {
  // ruleid: next-server-action-unguarded
  async function remove() {
    "use server";
    await prisma.order.delete({ where: { id: order.id } });
  }

  // ok: next-server-action-unguarded
  async function removeOwn() {
    "use server";
    const user = await getCurrentUser();
    await prisma.order.delete({ where: { id: order.id, userId: user.id } });
  }

  return render(remove, removeOwn);
}
