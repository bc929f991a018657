public class OrdersController : ControllerBase
{
    [HttpPut("{id}")]
    public async Task<IActionResult> Replace(int id, [FromBody] Order order)
    {
        // ruleid: aspnet-bound-entity-saved
        _db.Update(order);
        await _db.SaveChangesAsync();
        return Ok();
    }

    [HttpPost]
    public async Task<IActionResult> Edit(User user)
    {
        // ruleid: aspnet-bound-entity-saved
        _context.Entry(user).State = EntityState.Modified;
        await _context.SaveChangesAsync();
        return Ok();
    }

    [HttpPut("{id}")]
    public async Task<IActionResult> ReplaceFixed(int id, [FromBody] OrderInput input)
    {
        var order = await _db.Orders.SingleAsync(o => o.Id == id && o.UserId == UserId());
        order.Note = input.Note;
        // ok: aspnet-bound-entity-saved
        _db.Update(order);
        await _db.SaveChangesAsync();
        return Ok();
    }

    [HttpPost]
    public async Task<IActionResult> Create(OrderRequest request)
    {
        // ok: aspnet-bound-entity-saved
        _db.Orders.Add(new Order { Note = request.Note });
        await _db.SaveChangesAsync();
        return Ok();
    }
}
