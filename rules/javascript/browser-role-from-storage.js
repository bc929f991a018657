function canDelete() {
  // ruleid: browser-role-from-storage
  return localStorage.getItem("role") === "admin";
}

async function mayDelete(id) {
  // ok: browser-role-from-storage
  const response = await fetch(`/api/orders/${id}/rights`);
  return (await response.json()).delete;
}

function showAdmin() {
  const flag = sessionStorage.getItem("isAdmin");
  // ruleid: browser-role-from-storage
  if (flag === "true") {
    open("/admin");
  }
}

function theme() {
  // ok: browser-role-from-storage
  return localStorage.getItem("theme") === "dark";
}
