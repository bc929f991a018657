public class OrdersController : ControllerBase
{
    [HttpPost("delete")]
    public async Task<IActionResult> RemoveMany(List<int> ids)
    {
        // ruleid: aspnet-bulk-ids-unscoped
        await _db.Orders.Where(o => ids.Contains(o.Id)).ExecuteDeleteAsync();
        return NoContent();
    }

    [HttpPost("archive")]
    public async Task<IActionResult> Archive(int[] orderIds)
    {
        // ruleid: aspnet-bulk-ids-unscoped
        var orders = await _db.Orders.Where(o => orderIds.Contains(o.Id)).ToListAsync();
        orders.ForEach(o => o.Archived = true);
        return NoContent();
    }

    [HttpPost("delete")]
    public async Task<IActionResult> RemoveManyFixed(List<int> ids)
    {
        var me = User.FindFirstValue("sub");
        // ok: aspnet-bulk-ids-unscoped
        await _db.Orders.Where(o => ids.Contains(o.Id) && o.UserId == me).ExecuteDeleteAsync();
        return NoContent();
    }

    [Authorize(Roles = "Admin")]
    public async Task<IActionResult> ArchiveFixed(int[] orderIds)
    {
        // ok: aspnet-bulk-ids-unscoped
        var orders = await _db.Orders.Where(o => orderIds.Contains(o.Id)).ToListAsync();
        return Ok(orders);
    }
}
