<?php

class ReportController
{
    public function index(Request $request)
    {
        // ruleid: php-role-from-request-input
        if ($request->input('role') === 'admin') {
            return everything();
        }
    }

    public function plain()
    {
        $admin = $_GET['is_admin'];
        // ruleid: php-role-from-request-input
        if ($admin == 1) {
            return everything();
        }
    }

    public function dynamic(Request $request)
    {
        // ruleid: php-role-from-request-input
        if ($request->role == 'admin') {
            return everything();
        }
    }

    public function indexFixed(Request $request)
    {
        // ok: php-role-from-request-input
        if ($request->user()->role === 'admin') {
            return everything();
        }
    }

    public function tab(Request $request)
    {
        // ok: php-role-from-request-input
        if ($request->input('tab') === 'admin') {
            return view('admin-tab');
        }
    }
}
