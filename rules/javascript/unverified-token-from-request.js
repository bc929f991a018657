import { decodeJwt, jwtVerify } from "jose";
import { jwtDecode } from "jwt-decode";
import { cookies } from "next/headers";

export async function GET(request) {
  const token = request.headers.get("authorization")?.replace("Bearer ", "");
  // ruleid: unverified-token-from-request
  const claims = decodeJwt(token);
  return Response.json(await orders.of(claims.sub));
}

export async function POST(request) {
  const token = request.headers.get("authorization")?.replace("Bearer ", "");
  // ok: unverified-token-from-request
  const { payload } = await jwtVerify(token, KEY, { algorithms: ["RS256"] });
  return Response.json(await orders.of(payload.sub));
}

app.get("/me", (req, res) => {
  // ruleid: unverified-token-from-request
  const user = jwtDecode(req.cookies.token);
  res.json(user);
});

export async function currentUser() {
  const store = await cookies();
  const token = store.get("session")?.value;
  if (!token) return null;
  // ruleid: unverified-token-from-request
  return jwtDecode(token);
}

function peekThenVerify(req) {
  const token = req.headers.authorization.split(" ")[1];
  // ok: unverified-token-from-request
  const issuer = decodeJwt(token).iss;
  return jwtVerify(token, keys[issuer]);
}

function inTheBrowser() {
  // ok: unverified-token-from-request
  return jwtDecode(localStorage.getItem("token")).name;
}

function Profile({ token }) {
  // ok: unverified-token-from-request
  return jwtDecode(token).name;
}
