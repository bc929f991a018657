<?php
class OrderController extends Controller
{
    public function __construct()
    {
        // ruleid: commented-out-guard-slash
        // $this->middleware('auth');
        $this->orders = new Orders();
    }

    public function destroy(Order $order)
    {
        // ruleid: commented-out-guard-slash
        //$this->authorize('delete', $order);
        $order->delete();
    }

    public function show(Order $order)
    {
        // ok: commented-out-guard-slash
        // $this->middleware('throttle');
        return $order;
    }
}
