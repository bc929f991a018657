public class OrdersController : ControllerBase
{
    // ruleid: commented-out-guard-slash
    // [Authorize(Roles = "Admin")]
    [HttpDelete("{id}")]
    public IActionResult Remove(int id) => Ok();

    // ok: commented-out-guard-slash
    // [HttpGet("old")]
    public IActionResult Other() => Ok();
}
