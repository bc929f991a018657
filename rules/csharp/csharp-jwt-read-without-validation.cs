public class Tokens
{
    public string UserId(string raw)
    {
        // ruleid: csharp-jwt-read-without-validation
        var token = new JwtSecurityTokenHandler().ReadJwtToken(raw);
        return token.Subject;
    }

    public IActionResult Me()
    {
        // ruleid: csharp-jwt-read-without-validation
        var token = new JsonWebToken(Request.Headers["X-Token"]);
        return Ok(users.Find(token.Subject));
    }

    public string UserIdFixed(string raw)
    {
        // ok: csharp-jwt-read-without-validation
        var principal = handler.ValidateToken(raw, parameters, out _);
        return principal.FindFirstValue("sub");
    }

    public string ChooseKey(string raw)
    {
        // ok: csharp-jwt-read-without-validation
        var peek = handler.ReadJwtToken(raw);
        return handler.ValidateToken(raw, ParametersFor(peek.Issuer), out _).Identity.Name;
    }

    public bool HasExpired(string raw)
    {
        // ok: csharp-jwt-read-without-validation
        return handler.ReadJwtToken(raw).ValidTo < DateTime.UtcNow;
    }

    public string Issue(Claim[] claims)
    {
        // ok: csharp-jwt-read-without-validation
        return handler.WriteToken(new JwtSecurityToken(issuer: "shop", claims: claims));
    }
}
