<?php

class User extends Model
{
    public function isAdmin(): bool
    {
        // ruleid: php-admin-by-fixed-account
        return $this->username === 'admin';
    }

    public function canAccessPanel(): bool
    {
        // ruleid: php-admin-by-fixed-account
        return str_ends_with($this->email, '@example.org');
    }

    public function isAdminFixed(): bool
    {
        // ok: php-admin-by-fixed-account
        return $this->role === Role::Admin;
    }
}

class ReportController
{
    public function index(Request $request)
    {
        // ruleid: php-admin-by-fixed-account
        abort_unless($request->user()->id === 1, 403);
        return everything();
    }

    public function indexFixed(Request $request)
    {
        // ok: php-admin-by-fixed-account
        abort_unless($request->user()->hasRole('admin'), 403);
        return everything();
    }

    public function register(Request $request)
    {
        // ok: php-admin-by-fixed-account
        if ($request->username === 'admin') {
            return back()->withErrors('taken');
        }
    }
}
