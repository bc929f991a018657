<?php

class UserController
{
    public function update(Request $request)
    {
        // ruleid: laravel-request-all-unguarded-write
        $request->user()->forceFill($request->all())->save();
    }

    public function query(Request $request, $id)
    {
        // ruleid: laravel-request-all-unguarded-write
        User::where('id', $id)->update($request->except('_token'));
    }

    public function table(Request $request)
    {
        $row = $request->all();
        // ruleid: laravel-request-all-unguarded-write
        DB::table('users')->insert($row);
    }

    public function updateFixed(Request $request)
    {
        // ok: laravel-request-all-unguarded-write
        $request->user()->forceFill($request->validate(['name' => 'string']))->save();
    }

    public function queryFixed(Request $request, $id)
    {
        // ok: laravel-request-all-unguarded-write
        User::where('id', $id)->update($request->only(['name']));
    }

    public function tableFixed(Request $request)
    {
        // ok: laravel-request-all-unguarded-write
        DB::table('log')->insert(['path' => $request->path()]);
    }
}
