public class ReportController : ControllerBase
{
    public IActionResult Index()
    {
        // ruleid: aspnet-role-from-query-or-form
        if (Request.Query["role"] == "admin")
        {
            return Ok(store.All());
        }
        return Forbid();
    }

    public IActionResult Show([FromQuery] string role)
    {
        // ruleid: aspnet-role-from-query-or-form
        if (role == "admin")
        {
            return Ok(store.All());
        }
        return Forbid();
    }

    public IActionResult IndexFixed()
    {
        // ok: aspnet-role-from-query-or-form
        if (User.IsInRole("admin"))
        {
            return Ok(store.All());
        }
        return Forbid();
    }

    public IActionResult Tab([FromQuery] string tab)
    {
        // ok: aspnet-role-from-query-or-form
        return tab == "admin" ? View("AdminTab") : View();
    }
}
