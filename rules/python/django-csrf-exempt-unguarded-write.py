from django.views.decorators.csrf import csrf_exempt


# ruleid: django-csrf-exempt-unguarded-write
@csrf_exempt
def set_price(request, pk):
    product = Product.objects.get(pk=pk)
    product.price = request.POST["price"]
    product.save()
    return JsonResponse({"ok": True})


# ok: django-csrf-exempt-unguarded-write
@login_required
@permission_required("shop.change_product", raise_exception=True)
def set_price_guarded(request, pk):
    product = Product.objects.get(pk=pk)
    product.price = request.POST["price"]
    product.save()
    return JsonResponse({"ok": True})


# ruleid: django-csrf-exempt-unguarded-write
@csrf_exempt
@require_http_methods(["DELETE"])
def remove(request, pk):
    Order.objects.get(pk=pk).delete()
    return HttpResponse(status=204)


# ok: django-csrf-exempt-unguarded-write
@csrf_exempt
def payment_webhook(request):
    event = stripe.Webhook.construct_event(request.body, signature_of(request), SECRET)
    Order.objects.filter(pk=event["order"]).update(paid=True)
    return HttpResponse()


# ok: django-csrf-exempt-unguarded-write
@csrf_exempt
def with_key(request):
    if request.headers.get("X-Api-Key") != settings.API_KEY:
        return HttpResponse(status=403)
    Order.objects.create(item=request.POST["item"])
    return HttpResponse()


# ok: django-csrf-exempt-unguarded-write
@csrf_exempt
@token_required
def with_token(request):
    Order.objects.create(item=request.POST["item"])
    return HttpResponse()


# ok: django-csrf-exempt-unguarded-write
@csrf_exempt
def read_only(request):
    return JsonResponse({"count": Order.objects.count()})
