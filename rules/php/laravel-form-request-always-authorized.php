<?php

class UpdateOrderRequest extends FormRequest
{
    // ruleid: laravel-form-request-always-authorized
    public function authorize(): bool
    {
        return true;
    }
}

class DeleteNoteRequest extends BaseRequest
{
    // ruleid: laravel-form-request-always-authorized
    public function authorize()
    {
        return true;
    }
}

class UpdateOrderFixedRequest extends FormRequest
{
    // ok: laravel-form-request-always-authorized
    public function authorize(): bool
    {
        return $this->user()->can('update', $this->route('order'));
    }
}

class LoginRequest extends FormRequest
{
    // ok: laravel-form-request-always-authorized
    public function authorize(): bool
    {
        return true;
    }
}

class Gatekeeper extends Service
{
    // ok: laravel-form-request-always-authorized
    public function authorize(): bool
    {
        return true;
    }
}
