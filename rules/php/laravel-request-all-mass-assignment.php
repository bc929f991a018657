<?php

class OrderController
{
    public function store(Request $request)
    {
        // ruleid: laravel-request-all-mass-assignment
        return Order::create($request->all());
    }

    public function update(Request $request, Order $order)
    {
        $data = $request->except(['_token']);
        // ruleid: laravel-request-all-mass-assignment
        $order->update($data);
    }

    public function fill(Order $order)
    {
        // ruleid: laravel-request-all-mass-assignment
        $order->fill(request()->all())->save();
    }

    public function storeFixed(Request $request)
    {
        // ok: laravel-request-all-mass-assignment
        return Order::create($request->validate(['note' => 'string']));
    }

    public function updateFixed(UpdateOrderRequest $request, Order $order)
    {
        // ok: laravel-request-all-mass-assignment
        $order->update($request->validated());
    }

    public function fillFixed(Request $request, Order $order)
    {
        // ok: laravel-request-all-mass-assignment
        $order->fill($request->only(['note']))->save();
    }

    public function one(Request $request, Order $order)
    {
        $all = $request->all();
        // ok: laravel-request-all-mass-assignment
        $order->update(['note' => $all['note']]);
    }
}
