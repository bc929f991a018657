public class AdminController : ControllerBase
{
    public IActionResult Remove(int id)
    {
        // ruleid: aspnet-role-from-header-or-cookie
        if (Request.Headers["X-User-Role"] != "admin")
        {
            return Forbid();
        }
        return Ok(store.Remove(id));
    }

    public IActionResult Export()
    {
        var role = Request.Cookies["role"];
        // ruleid: aspnet-role-from-header-or-cookie
        if (role == "admin")
        {
            return Ok(store.All());
        }
        return Forbid();
    }

    public IActionResult Audit([FromHeader(Name = "X-Role")] string role)
    {
        // ruleid: aspnet-role-from-header-or-cookie
        if (role.Equals("Admin", StringComparison.OrdinalIgnoreCase))
        {
            return Ok(store.All());
        }
        return Forbid();
    }

    public IActionResult RemoveFixed(int id)
    {
        // ok: aspnet-role-from-header-or-cookie
        if (User.FindFirstValue("role") != "admin")
        {
            return Forbid();
        }
        return Ok(store.Remove(id));
    }

    public IActionResult Protected()
    {
        var role = protector.Unprotect(Request.Cookies["role"]);
        // ok: aspnet-role-from-header-or-cookie
        if (role == "admin")
        {
            return Ok(store.All());
        }
        return Forbid();
    }

    public IActionResult Layout()
    {
        // ok: aspnet-role-from-header-or-cookie
        return View(Request.Cookies["theme"] == "admin" ? "Dense" : "Wide");
    }
}
