<?php

class Order extends Model
{
    // ruleid: laravel-guarded-empty
    protected $guarded = [];
}

class AppServiceProvider extends ServiceProvider
{
    public function boot()
    {
        // ruleid: laravel-guarded-empty
        Model::unguard();
    }
}

class OrderFixed extends Model
{
    // ok: laravel-guarded-empty
    protected $fillable = ['note'];
}

class OrderGuarded extends Model
{
    // ok: laravel-guarded-empty
    protected $guarded = ['id', 'user_id'];
}

class OrderSeeder extends Seeder
{
    public function run()
    {
        // ok: laravel-guarded-empty
        Model::unguard();
    }
}
