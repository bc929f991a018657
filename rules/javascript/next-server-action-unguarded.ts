"use server";

import { auth } from "@/auth";

// ruleid: next-server-action-unguarded
export async function deleteOrder(id: string) {
  await prisma.order.delete({ where: { id } });
  revalidatePath("/orders");
}

// ok: next-server-action-unguarded
export async function deleteOwnOrder(id: string) {
  const session = await auth();
  if (!session) throw new Error("unauthorized");
  await prisma.order.delete({ where: { id, userId: session.user.id } });
  revalidatePath("/orders");
}

// ruleid: next-server-action-unguarded
export const renameOrder = async (id: string, title: string) => {
  await db.update(orders).set({ title }).where(eq(orders.id, id));
};

// ruleid: next-server-action-unguarded
export async function setPrice(formData: FormData) {
  await sql`UPDATE products SET price = ${formData.get("price")} WHERE id = ${formData.get("id")}`;
}

// ruleid: next-server-action-unguarded
export async function removeNote(id: string) {
  const supabase = await createClient();
  const { error } = await supabase.from("notes").delete().eq("id", id);
  if (error) throw error;
}

// ok: next-server-action-unguarded
export async function removeOwnNote(id: string) {
  const supabase = await createClient();
  const { data } = await supabase.auth.getUser();
  await supabase.from("notes").delete().eq("id", id).eq("user_id", data.user.id);
}

// ok: next-server-action-unguarded
export async function listPlans() {
  return prisma.plan.findMany();
}

// ok: next-server-action-unguarded
export async function signUp(formData: FormData) {
  await prisma.user.create({ data: { email: formData.get("email") } });
}

// ok: next-server-action-unguarded
async function helper(id: string) {
  await prisma.order.delete({ where: { id } });
}

// ok: next-server-action-unguarded
export async function guarded(id: string) {
  await requireOwner(id);
  await prisma.order.delete({ where: { id } });
}
