from django.contrib.auth.decorators import login_not_required


# ruleid: django-view-opened
@login_not_required
def customer_export(request):
    return FileResponse(export_all_customers())


# ok: django-view-opened
@permission_required("shop.export_customers", raise_exception=True)
def guarded_customer_export(request):
    return FileResponse(export_all_customers())


# ruleid: django-view-opened
@api.get("/orders/{order_id}", auth=None)
def get_order(request, order_id: int):
    return Order.objects.get(pk=order_id)


# ruleid: django-view-opened
@post("/orders", exclude_from_auth=True)
async def create_order(data: OrderIn) -> Order:
    return await orders.create(data)


# ruleid: django-view-opened
@frappe.whitelist(allow_guest=True)
def get_invoice(name):
    return frappe.get_doc("Invoice", name)


# ok: django-view-opened
@login_not_required
def login(request):
    return render(request, "login.html")


# ok: django-view-opened
@api.post("/auth/token", auth=None)
def obtain_token(request):
    return issue(request)


# ok: django-view-opened
@api.get("/orders", auth=JWTAuth())
def list_orders(request):
    return []
