public class Access
{
    public bool IsAdmin(User user)
    {
        // ruleid: aspnet-admin-by-fixed-account
        return user.UserName == "admin";
    }

    public bool CanManage(User user)
    {
        // ruleid: aspnet-admin-by-fixed-account
        return user.Email.EndsWith("@example.org");
    }

    public IActionResult Stats()
    {
        // ruleid: aspnet-admin-by-fixed-account
        if (User.Identity.Name != "admin")
        {
            return Forbid();
        }
        return Ok(All());
    }

    public bool IsAdminFixed(ClaimsPrincipal user)
    {
        // ok: aspnet-admin-by-fixed-account
        return user.IsInRole("admin");
    }

    public IActionResult StatsFixed()
    {
        // ok: aspnet-admin-by-fixed-account
        if (!User.IsInRole("Admin"))
        {
            return Forbid();
        }
        return Ok(All());
    }

    public IActionResult Register(Input input)
    {
        // ok: aspnet-admin-by-fixed-account
        if (input.UserName == "admin")
        {
            return BadRequest("taken");
        }
        return Ok();
    }
}
