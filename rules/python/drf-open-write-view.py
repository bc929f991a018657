from rest_framework import generics, permissions, viewsets
from rest_framework.permissions import AllowAny, IsAuthenticated


class OrderViewSet(viewsets.ModelViewSet):
    queryset = Order.objects.all()
    serializer_class = OrderSerializer
    # ruleid: drf-open-write-view
    permission_classes = [AllowAny]


class OwnOrderViewSet(viewsets.ModelViewSet):
    serializer_class = OrderSerializer
    # ok: drf-open-write-view
    permission_classes = [IsAuthenticated]

    def get_queryset(self):
        return Order.objects.filter(owner=self.request.user)


class InvoiceDetail(generics.RetrieveUpdateDestroyAPIView):
    # ruleid: drf-open-write-view
    permission_classes = []
    queryset = Invoice.objects.all()


class NoteDelete(generics.DestroyAPIView):
    # ruleid: drf-open-write-view
    permission_classes = (permissions.AllowAny,)


class PlanViewSet(viewsets.ReadOnlyModelViewSet):
    # ok: drf-open-write-view
    permission_classes = [AllowAny]


class PerAction(viewsets.ModelViewSet):
    # ok: drf-open-write-view
    permission_classes = [AllowAny]

    def get_permissions(self):
        return [IsAuthenticated()] if self.action != "list" else [AllowAny()]


class ReadOnlyByMethod(viewsets.ModelViewSet):
    # ok: drf-open-write-view
    permission_classes = [AllowAny]
    http_method_names = ["get", "head"]
