public class OrdersController : Controller
{
    public async Task<IActionResult> Edit(int id)
    {
        var order = await db.Orders.FindAsync(id);
        // ruleid: aspnet-try-update-model-without-includes
        if (await TryUpdateModelAsync(order))
        {
            await db.SaveChangesAsync();
        }
        return View(order);
    }

    public async Task<IActionResult> EditUser(string id)
    {
        var user = await db.Users.FindAsync(id);
        // ruleid: aspnet-try-update-model-without-includes
        await TryUpdateModelAsync<User>(user, "");
        return View(user);
    }

    public async Task<IActionResult> EditFixed(int id)
    {
        var order = await Own(id);
        // ok: aspnet-try-update-model-without-includes
        if (await TryUpdateModelAsync<Order>(order, "order", o => o.Note, o => o.Amount))
        {
            await db.SaveChangesAsync();
        }
        return View(order);
    }

    public async Task<IActionResult> Form()
    {
        var input = new OrderInput();
        // ok: aspnet-try-update-model-without-includes
        await TryUpdateModelAsync(input);
        return View(input);
    }
}
