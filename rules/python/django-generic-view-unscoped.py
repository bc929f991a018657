from django.views.generic import DeleteView, DetailView, UpdateView


class OrderDelete(LoginRequiredMixin, DeleteView):
    # ruleid: django-generic-view-unscoped
    model = Order
    success_url = "/orders/"


class OwnOrderDelete(LoginRequiredMixin, DeleteView):
    # ok: django-generic-view-unscoped
    model = Order
    success_url = "/orders/"

    def get_queryset(self):
        return super().get_queryset().filter(owner=self.request.user)


class OrderUpdate(LoginRequiredMixin, UpdateView):
    # ruleid: django-generic-view-unscoped
    model = Order
    fields = ["item"]


class OrderDetail(DetailView):
    # ruleid: django-generic-view-unscoped
    queryset = Order.objects.all()


class StaffOnly(PermissionRequiredMixin, DeleteView):
    # ok: django-generic-view-unscoped
    model = Order


class OrderList(ListView):
    # ok: django-generic-view-unscoped
    model = Order
