<?php

class MetricsController
{
    public function index(Request $request)
    {
        // ruleid: php-privilege-by-client-address
        if ($request->ip() !== '127.0.0.1') {
            abort(403);
        }
        return dump();
    }

    public function plain()
    {
        // ruleid: php-privilege-by-client-address
        if (!in_array($_SERVER['REMOTE_ADDR'], ['127.0.0.1', '::1'])) {
            exit('no');
        }
    }

    public function forwarded(Request $request)
    {
        $ip = $request->header('X-Forwarded-For');
        // ruleid: php-privilege-by-client-address
        if (str_starts_with($ip, '10.')) {
            return dump();
        }
    }

    public function indexFixed(Request $request)
    {
        // ok: php-privilege-by-client-address
        abort_unless(hash_equals($this->token, (string) $request->bearerToken()), 403);
        return dump();
    }

    public function log(Request $request)
    {
        // ok: php-privilege-by-client-address
        Log::info($request->ip());
    }

    public function database()
    {
        // ok: php-privilege-by-client-address
        return config('database.host') === 'localhost';
    }
}
