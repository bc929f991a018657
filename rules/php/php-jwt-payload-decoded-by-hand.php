<?php

function userId($token)
{
    // ruleid: php-jwt-payload-decoded-by-hand
    return json_decode(base64_decode(explode('.', $token)[1]))->user_id;
}

function claims($request)
{
    $parts = explode('.', $request->bearerToken());
    // ruleid: php-jwt-payload-decoded-by-hand
    return json_decode(base64_decode($parts[1]), true);
}

function claimsFixed($token, $key)
{
    $parts = explode('.', $token);
    if (!hash_equals(sign($parts[0] . '.' . $parts[1], $key), base64_decode($parts[2]))) {
        return null;
    }
    // ok: php-jwt-payload-decoded-by-hand
    return json_decode(base64_decode($parts[1]), true);
}

function userIdFixed($token, $key)
{
    // ok: php-jwt-payload-decoded-by-hand
    return JWT::decode($token, new Key($key, 'RS256'))->user_id;
}

function cursor($value)
{
    // ok: php-jwt-payload-decoded-by-hand
    return json_decode(base64_decode($value), true);
}
