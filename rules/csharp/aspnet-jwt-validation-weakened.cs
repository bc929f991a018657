public class Startup
{
    void One(JwtBearerOptions o)
    {
        o.TokenValidationParameters = new TokenValidationParameters
        {
            // ruleid: aspnet-jwt-validation-weakened
            ValidateLifetime = false,
            IssuerSigningKey = key,
        };
    }

    void Two(TokenValidationParameters p)
    {
        // ruleid: aspnet-jwt-validation-weakened
        p.ValidateIssuerSigningKey = false;
    }

    void OneFixed(JwtBearerOptions o)
    {
        o.TokenValidationParameters = new TokenValidationParameters
        {
            // ok: aspnet-jwt-validation-weakened
            ValidateLifetime = true,
            IssuerSigningKey = key,
        };
    }

    // the refresh flow reads the expired access token and checks the refresh token
    ClaimsPrincipal PrincipalFromExpiredToken(string token)
    {
        var p = new TokenValidationParameters
        {
            // ok: aspnet-jwt-validation-weakened
            ValidateLifetime = false,
            IssuerSigningKey = key,
        };
        return handler.ValidateToken(token, p, out _);
    }
}
