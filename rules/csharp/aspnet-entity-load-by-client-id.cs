public class OrdersController : ControllerBase
{
    [HttpGet("{id}")]
    public async Task<IActionResult> Show(int id)
    {
        // ruleid: aspnet-entity-load-by-client-id
        var order = await _db.Orders.FindAsync(id);
        return Ok(order);
    }

    [HttpDelete("{orderId}")]
    public async Task<IActionResult> Remove(int orderId)
    {
        // ruleid: aspnet-entity-load-by-client-id
        var order = await _db.Orders.FirstOrDefaultAsync(o => o.Id == orderId);
        _db.Remove(order);
        return NoContent();
    }

    public static void Map(WebApplication app)
    {
        // ruleid: aspnet-entity-load-by-client-id
        app.MapGet("/notes/{id}", async (int id, Db db) => await db.Notes.FindAsync(id));
    }

    [HttpGet("{id}")]
    public async Task<IActionResult> ShowFixed(int id)
    {
        var me = User.FindFirstValue("sub");
        // ok: aspnet-entity-load-by-client-id
        var order = await _db.Orders.SingleOrDefaultAsync(o => o.Id == id && o.UserId == me);
        return Ok(order);
    }

    [HttpDelete("{orderId}")]
    public async Task<IActionResult> RemoveFixed(int orderId)
    {
        // ok: aspnet-entity-load-by-client-id
        var order = await _db.Orders.FindAsync(orderId);
        await _authorization.AuthorizeAsync(User, order, "Owner");
        _db.Remove(order);
        return NoContent();
    }

    [Authorize(Roles = "Admin")]
    public async Task<IActionResult> Any(int id)
    {
        // ok: aspnet-entity-load-by-client-id
        return Ok(await _db.Orders.FindAsync(id));
    }
}

public class Billing
{
    public async Task<Order> Load(int id)
    {
        // ok: aspnet-entity-load-by-client-id
        return await _db.Orders.FindAsync(id);
    }
}
