public class Startup
{
    void One(JwtBearerOptions o)
    {
        o.TokenValidationParameters = new TokenValidationParameters
        {
            // ruleid: aspnet-jwt-signature-not-verified
            RequireSignedTokens = false,
            ValidateLifetime = true,
        };
    }

    void Two(JwtBearerOptions o)
    {
        o.TokenValidationParameters = new TokenValidationParameters
        {
            // ruleid: aspnet-jwt-signature-not-verified
            SignatureValidator = (token, parameters) => new JwtSecurityToken(token),
        };
    }

    string Three(string token)
    {
        // ruleid: aspnet-jwt-signature-not-verified
        return JwtBuilder.Create().DoNotVerifySignature().Decode(token);
    }

    void OneFixed(JwtBearerOptions o)
    {
        o.TokenValidationParameters = new TokenValidationParameters
        {
            // ok: aspnet-jwt-signature-not-verified
            RequireSignedTokens = true,
            IssuerSigningKey = key,
        };
    }

    void TwoFixed(JwtBearerOptions o)
    {
        o.TokenValidationParameters = new TokenValidationParameters
        {
            // ok: aspnet-jwt-signature-not-verified
            SignatureValidator = (token, parameters) => CheckSignature(token, parameters),
        };
    }

    string ThreeFixed(string token)
    {
        // ok: aspnet-jwt-signature-not-verified
        return JwtBuilder.Create().WithAlgorithm(algorithm).MustVerifySignature().Decode(token);
    }
}
