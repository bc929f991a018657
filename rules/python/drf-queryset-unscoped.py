from rest_framework import generics, viewsets


class OrderViewSet(viewsets.ModelViewSet):
    # ruleid: drf-queryset-unscoped
    queryset = Order.objects.all()
    serializer_class = OrderSerializer
    permission_classes = [IsAuthenticated]


class OwnOrderViewSet(viewsets.ModelViewSet):
    # ok: drf-queryset-unscoped
    queryset = Order.objects.all()
    serializer_class = OrderSerializer
    permission_classes = [IsAuthenticated]

    def get_queryset(self):
        return super().get_queryset().filter(owner=self.request.user)


class OrderDetail(generics.RetrieveUpdateDestroyAPIView):
    # ruleid: drf-queryset-unscoped
    queryset = Order.objects.all()


class WithRelations(generics.RetrieveAPIView):
    # ruleid: drf-queryset-unscoped
    queryset = Order.objects.select_related("item")


class ByOwnerPermission(viewsets.ModelViewSet):
    # ok: drf-queryset-unscoped
    queryset = Order.objects.all()
    permission_classes = [IsAuthenticated, IsOwner]


class ListOnly(generics.ListAPIView):
    # ok: drf-queryset-unscoped
    queryset = Plan.objects.all()
