<?php

class AdminController
{
    public function destroy(Request $request, $id)
    {
        // ruleid: php-role-from-header-or-cookie
        if ($request->header('X-User-Role') !== 'admin') {
            abort(403);
        }
        User::destroy($id);
    }

    public function export()
    {
        $role = $_COOKIE['role'] ?? '';
        // ruleid: php-role-from-header-or-cookie
        if ($role == 'admin') {
            return everything();
        }
    }

    public function audit()
    {
        // ruleid: php-role-from-header-or-cookie
        if ($_SERVER['HTTP_X_ROLE'] === 'admin') {
            return everything();
        }
    }

    public function destroyFixed(Request $request, $id)
    {
        // ok: php-role-from-header-or-cookie
        if ($request->user()->role !== 'admin') {
            abort(403);
        }
        User::destroy($id);
    }

    public function exportFixed(Request $request)
    {
        // ok: php-role-from-header-or-cookie
        if ($_SESSION['role'] === 'admin') {
            return everything();
        }
    }

    public function layout(Request $request)
    {
        // ok: php-role-from-header-or-cookie
        if ($_COOKIE['theme'] === 'admin') {
            return view('dense');
        }
    }
}
