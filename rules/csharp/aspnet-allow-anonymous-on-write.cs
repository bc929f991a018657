[ApiController]
public class OrdersController : ControllerBase
{
    // ruleid: aspnet-allow-anonymous-on-write
    [HttpDelete("{id}")]
    [AllowAnonymous]
    public async Task<IActionResult> Remove(int id)
    {
        await store.Remove(id);
        return NoContent();
    }

    // ruleid: aspnet-allow-anonymous-on-write
    [AllowAnonymous]
    [HttpPost]
    public IActionResult Create(OrderInput input)
    {
        return Ok(store.Add(input));
    }

    // ok: aspnet-allow-anonymous-on-write
    [HttpDelete("{id}")]
    [Authorize]
    public async Task<IActionResult> RemoveFixed(int id)
    {
        await store.Remove(id, UserId());
        return NoContent();
    }

    // ok: aspnet-allow-anonymous-on-write
    [AllowAnonymous]
    [HttpPost("login")]
    public IActionResult Login(Credentials c)
    {
        return Ok(tokens.Issue(c));
    }

    // ok: aspnet-allow-anonymous-on-write
    [AllowAnonymous]
    [HttpGet]
    public IActionResult List()
    {
        return Ok(store.Public());
    }
}
