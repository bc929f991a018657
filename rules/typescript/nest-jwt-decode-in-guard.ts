import { JwtService } from "@nestjs/jwt";

@Injectable()
export class AuthGuard implements CanActivate {
  constructor(private readonly jwtService: JwtService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest();
    // ruleid: nest-jwt-decode-in-guard
    request.user = this.jwtService.decode(tokenOf(request));
    return Boolean(request.user);
  }
}

@Injectable()
export class VerifyingGuard implements CanActivate {
  constructor(private readonly jwtService: JwtService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest();
    // ok: nest-jwt-decode-in-guard
    request.user = await this.jwtService.verifyAsync(tokenOf(request), { secret: KEY });
    return Boolean(request.user);
  }
}

@Injectable()
export class Sessions {
  constructor(private readonly jwt: JwtService) {}

  async userOf(token: string): Promise<User> {
    // ruleid: nest-jwt-decode-in-guard
    const claims = this.jwt.decode(token) as { sub: string };
    return this.users.find(claims.sub);
  }

  async peek(token: string): Promise<User> {
    // ok: nest-jwt-decode-in-guard
    const claims = this.jwt.decode(token) as { sub: string };
    const key = await this.keys.of(claims.sub);
    return this.jwt.verifyAsync(token, { secret: key });
  }

  expiry(token: string): number {
    // ok: nest-jwt-decode-in-guard
    const claims = this.jwt.decode(token) as { exp: number };
    return claims.exp;
  }
}
