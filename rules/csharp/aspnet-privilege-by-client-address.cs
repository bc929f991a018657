public class Internal : ControllerBase
{
    public IActionResult Metrics()
    {
        // ruleid: aspnet-privilege-by-client-address
        if (Request.Headers["X-Forwarded-For"] != "127.0.0.1")
        {
            return Forbid();
        }
        return Ok(Dump());
    }

    public bool Local(HttpContext context)
    {
        // ruleid: aspnet-privilege-by-client-address
        return IPAddress.IsLoopback(context.Connection.RemoteIpAddress);
    }

    public IActionResult Debug()
    {
        var ip = HttpContext.Connection.RemoteIpAddress.ToString();
        // ruleid: aspnet-privilege-by-client-address
        if (ip.StartsWith("10."))
        {
            return Ok(Dump());
        }
        return Forbid();
    }

    [Authorize("Service")]
    public IActionResult MetricsFixed()
    {
        // ok: aspnet-privilege-by-client-address
        log.LogInformation("{Ip}", HttpContext.Connection.RemoteIpAddress);
        return Ok(Dump());
    }

    public bool LocalDatabase(Config config)
    {
        // ok: aspnet-privilege-by-client-address
        return config.Host == "localhost";
    }
}
