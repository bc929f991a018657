<?php

class Tokens
{
    public function userId(string $raw)
    {
        // ruleid: php-lcobucci-parse-without-validation
        $token = $this->config->parser()->parse($raw);
        return $token->claims()->get('uid');
    }

    public function roles(string $raw)
    {
        // ruleid: php-lcobucci-parse-without-validation
        return (new Parser(new JoseEncoder()))->parse($raw)->claims()->get('roles');
    }

    public function userIdFixed(string $raw)
    {
        // ok: php-lcobucci-parse-without-validation
        $token = $this->config->parser()->parse($raw);
        $this->config->validator()->assert($token, ...$this->config->validationConstraints());
        return $token->claims()->get('uid');
    }

    public function headers(string $raw)
    {
        // ok: php-lcobucci-parse-without-validation
        return $this->config->parser()->parse($raw)->headers();
    }
}
