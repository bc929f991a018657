public static class Routes
{
    public static void Map(WebApplication app)
    {
        // ruleid: aspnet-endpoint-allow-anonymous
        app.MapDelete("/orders/{id}", (int id, Db db) => db.Remove(id)).AllowAnonymous();
        // ruleid: aspnet-endpoint-allow-anonymous
        app.MapPost("/orders", Create).WithName("create").AllowAnonymous();
        // ruleid: aspnet-endpoint-allow-anonymous
        app.MapControllers().AllowAnonymous();
    }

    public static void MapFixed(WebApplication app)
    {
        // ok: aspnet-endpoint-allow-anonymous
        app.MapDelete("/orders/{id}", (int id, Db db) => db.Remove(id)).RequireAuthorization();
        // ok: aspnet-endpoint-allow-anonymous
        app.MapPost("/login", Login).AllowAnonymous();
        // ok: aspnet-endpoint-allow-anonymous
        app.MapGet("/products", Products).AllowAnonymous();
        // ok: aspnet-endpoint-allow-anonymous
        app.MapControllers().RequireAuthorization();
    }
}
