import jwt, { JwtPayload } from "jsonwebtoken";
import * as tokens from "jsonwebtoken";
import { decode as read } from "jsonwebtoken";

export async function requireUser(req: Request): Promise<User> {
  // ruleid: jsonwebtoken-decode-as-identity
  const claims = jwt.decode(req.token) as JwtPayload;
  return findUser(claims.sub);
}

export const role = (token: string) => {
  // ruleid: jsonwebtoken-decode-as-identity
  return (tokens.decode(token) as JwtPayload).role;
};

export function tenant(token: string): string {
  // ruleid: jsonwebtoken-decode-as-identity
  const claims = read(token) as Claims | null;
  return claims?.tenantId ?? "";
}

export function verified(token: string): string {
  // ok: jsonwebtoken-decode-as-identity
  const claims = tokens.verify(token, KEY, { algorithms: ["HS256"] }) as JwtPayload;
  return claims.sub;
}
