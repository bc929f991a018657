public static class Routes
{
    public static void Map(WebApplication app)
    {
        // ruleid: aspnet-claims-principal-unused
        app.MapDelete("/orders/{id}", (int id, ClaimsPrincipal user, Db db) => db.Remove(id)).RequireAuthorization();
        // ruleid: aspnet-claims-principal-unused
        app.MapGet("/invoices/{invoiceId:int}", async (int invoiceId, Db db, ClaimsPrincipal user) =>
        {
            var invoice = await db.Invoices.FindAsync(invoiceId);
            return Results.Ok(invoice);
        });
    }

    public static void MapFixed(WebApplication app)
    {
        // ok: aspnet-claims-principal-unused
        app.MapDelete("/orders/{id}", (int id, ClaimsPrincipal user, Db db) => db.Remove(id, user.Identity.Name)).RequireAuthorization();
        // ok: aspnet-claims-principal-unused
        app.MapGet("/invoices/{invoiceId:int}", async (int invoiceId, Db db, ClaimsPrincipal user) =>
        {
            var me = user.FindFirstValue("sub");
            return Results.Ok(await db.Invoices.SingleAsync(i => i.Id == invoiceId && i.UserId == me));
        });
        // ok: aspnet-claims-principal-unused
        app.MapGet("/products", (ClaimsPrincipal user, Db db) => db.Products());
    }
}
