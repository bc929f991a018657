from django.shortcuts import get_object_or_404


@login_required
def delete_order(request, pk):
    # ruleid: django-object-by-client-id
    order = get_object_or_404(Order, pk=pk)
    order.delete()
    return redirect("orders")


@login_required
def delete_own_order(request, pk):
    # ok: django-object-by-client-id
    order = get_object_or_404(Order, pk=pk, owner=request.user)
    order.delete()
    return redirect("orders")


class OrderView(APIView):
    def get(self, request, order_id):
        # ruleid: django-object-by-client-id
        order = Order.objects.get(id=order_id)
        return Response(order.total)

    def put(self, request, order_id):
        order = Order.objects.get(id=order_id)
        # ok: django-object-by-client-id
        self.check_object_permissions(request, order)
        return Response()


def by_query(request):
    # ruleid: django-object-by-client-id
    return Order.objects.get(pk=request.GET["order"])


def through_a_variable(request):
    order_id = request.POST.get("order_id")
    # ruleid: django-object-by-client-id
    Order.objects.filter(id=order_id).delete()


def checked_later(request, pk):
    # ok: django-object-by-client-id
    order = Order.objects.get(pk=pk)
    if order.owner != request.user:
        raise PermissionDenied


def constant(request):
    # ok: django-object-by-client-id
    return Site.objects.get(pk=1)
