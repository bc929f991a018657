<?php

class OrderController extends Controller
{
    public function update(Request $request, Order $order)
    {
        // ruleid: laravel-bound-model-changed-without-policy
        $order->update($request->validate(['note' => 'string']));
    }

    public function destroy(Note $note)
    {
        // ruleid: laravel-bound-model-changed-without-policy
        $note->delete();
    }

    public function updateFixed(Request $request, Order $order)
    {
        $this->authorize('update', $order);
        // ok: laravel-bound-model-changed-without-policy
        $order->update($request->validate(['note' => 'string']));
    }

    public function destroyFixed(Note $note)
    {
        Gate::authorize('delete', $note);
        // ok: laravel-bound-model-changed-without-policy
        $note->delete();
    }

    public function deleteOwn(Request $request, Note $note)
    {
        abort_unless($note->user_id === $request->user()->id, 404);
        // ok: laravel-bound-model-changed-without-policy
        $note->delete();
    }
}
