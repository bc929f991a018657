<?php

// ruleid: laravel-without-auth-middleware
Route::post('/orders', [OrderController::class, 'store'])->withoutMiddleware('auth');

// ruleid: laravel-without-auth-middleware
Route::delete('/orders/{order}', [OrderController::class, 'destroy'])->withoutMiddleware(['auth:sanctum', 'throttle']);

// ruleid: laravel-without-auth-middleware
Route::put('/notes/{note}', [NoteController::class, 'update'])->withoutMiddleware(Authenticate::class);

// ok: laravel-without-auth-middleware
Route::post('/orders', [OrderController::class, 'store'])->middleware('auth:sanctum');

// ok: laravel-without-auth-middleware
Route::post('/hook', HookController::class)->withoutMiddleware([VerifyCsrfToken::class]);

// ok: laravel-without-auth-middleware
Route::get('/status', StatusController::class)->withoutMiddleware('throttle:api');
