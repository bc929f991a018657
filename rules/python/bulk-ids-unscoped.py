@api_view(["POST"])
def delete_orders(request):
    # ruleid: bulk-ids-unscoped
    Order.objects.filter(id__in=request.data["ids"]).delete()
    return Response(status=204)


@api_view(["POST"])
def delete_own_orders(request):
    # ok: bulk-ids-unscoped
    Order.objects.filter(id__in=request.data["ids"], owner=request.user).delete()
    return Response(status=204)


@router.post("/orders/archive")
def archive(body: Ids, db: Db):
    # ruleid: bulk-ids-unscoped
    db.query(Order).filter(Order.id.in_(body.ids)).update({"archived": True})


def form_list(request):
    ids = request.POST.getlist("ids")
    # ruleid: bulk-ids-unscoped
    Order.objects.filter(pk__in=ids).update(done=True)


def internal(ids):
    # ok: bulk-ids-unscoped
    return Order.objects.filter(id__in=ids)


def scoped(request):
    ids = request.POST.getlist("ids")
    # ok: bulk-ids-unscoped
    request.user.order_set.filter(id__in=ids).delete()
