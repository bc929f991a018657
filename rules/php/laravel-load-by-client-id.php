<?php

class OrderController extends Controller
{
    public function show($id)
    {
        // ruleid: laravel-load-by-client-id
        return Order::findOrFail($id);
    }

    public function destroy(Request $request)
    {
        // ruleid: laravel-load-by-client-id
        Order::destroy($request->input('order_id'));
    }

    public function edit(string $id)
    {
        // ruleid: laravel-load-by-client-id
        $order = Order::where('id', $id)->first();
        return view('order', compact('order'));
    }

    public function showFixed(Request $request, $id)
    {
        // ok: laravel-load-by-client-id
        return $request->user()->orders()->findOrFail($id);
    }

    public function destroyFixed(Request $request)
    {
        // ok: laravel-load-by-client-id
        $order = Order::findOrFail($request->input('order_id'));
        $this->authorize('delete', $order);
        $order->delete();
    }

    public function editFixed(string $id)
    {
        // ok: laravel-load-by-client-id
        $order = Order::where('id', $id)->where('user_id', auth()->id())->firstOrFail();
        return view('order', compact('order'));
    }
}

class Mailer extends Service
{
    public function send($id)
    {
        // ok: laravel-load-by-client-id
        return Order::findOrFail($id);
    }
}
