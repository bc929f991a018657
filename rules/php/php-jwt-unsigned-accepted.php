<?php

function subject($token)
{
    // ruleid: php-jwt-unsigned-accepted
    return JWT::decode($token, $key, ['none'])->sub;
}

function loose($token)
{
    // ruleid: php-jwt-unsigned-accepted
    return JWT::decode($token, null, false);
}

function config()
{
    // ruleid: php-jwt-unsigned-accepted
    return Configuration::forUnsecuredSigner();
}

function subjectFixed($token, $key)
{
    // ok: php-jwt-unsigned-accepted
    return JWT::decode($token, new Key($key, 'RS256'))->sub;
}

function configFixed($key)
{
    // ok: php-jwt-unsigned-accepted
    return Configuration::forSymmetricSigner(new Sha256(), $key);
}

function old($token, $key)
{
    // ok: php-jwt-unsigned-accepted
    return JWT::decode($token, $key, ['HS256']);
}
