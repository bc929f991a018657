import { cookies } from "next/headers";
import { createServerClient } from "@supabase/ssr";

export async function GET() {
  const supabase = createServerClient(URL, KEY, { cookies: await cookies() });
  // ruleid: supabase-session-on-server
  const { data: { session } } = await supabase.auth.getSession();
  return Response.json(await ordersOf(session.user.id));
}

export async function POST() {
  const supabase = createServerClient(URL, KEY, { cookies: await cookies() });
  // ok: supabase-session-on-server
  const { data: { user } } = await supabase.auth.getUser();
  return Response.json(await ordersOf(user.id));
}

export const currentUser = async () => {
  // ruleid: supabase-session-on-server
  const { data } = await supabase.auth.getSession();
  return data.session?.user ?? null;
};

export async function accessToken() {
  // ok: supabase-session-on-server
  const { data } = await supabase.auth.getSession();
  return data.session.access_token;
}

export async function refreshThenVerify() {
  // ok: supabase-session-on-server
  await supabase.auth.getSession();
  const { data } = await supabase.auth.getUser();
  return data.user;
}
