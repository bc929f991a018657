<?php

class OrderController extends Controller
{
    public function destroyMany(Request $request)
    {
        // ruleid: laravel-bulk-ids-unscoped
        Order::whereIn('id', $request->input('ids'))->delete();
    }

    public function remove(Request $request)
    {
        $ids = $request->order_ids;
        // ruleid: laravel-bulk-ids-unscoped
        Order::destroy($ids);
    }

    public function destroyManyFixed(Request $request)
    {
        // ok: laravel-bulk-ids-unscoped
        $request->user()->orders()->whereIn('id', $request->input('ids'))->delete();
    }

    public function removeFixed(Request $request)
    {
        $this->authorize('deleteMany', Order::class);
        // ok: laravel-bulk-ids-unscoped
        Order::destroy($request->order_ids);
    }

    public function purge(array $expired)
    {
        // ok: laravel-bulk-ids-unscoped
        Order::whereIn('id', $expired)->delete();
    }
}
