from rest_framework import generics, permissions
from rest_framework.decorators import action, api_view, permission_classes
from rest_framework.permissions import AllowAny, IsAuthenticated


# ruleid: drf-allow-any
@api_view(["GET"])
@permission_classes([AllowAny])
def invoice_detail(request, pk):
    return Response(InvoiceSerializer(Invoice.objects.get(pk=pk)).data)


# ok: drf-allow-any
@api_view(["GET"])
@permission_classes([IsAuthenticated])
def own_invoice_detail(request, pk):
    invoice = get_object_or_404(Invoice, pk=pk, owner=request.user)
    return Response(InvoiceSerializer(invoice).data)


class Report(APIView):
    # ruleid: drf-allow-any
    permission_classes = []

    def get(self, request):
        return Response(totals())


class Exports(viewsets.GenericViewSet):
    permission_classes = [IsAuthenticated]

    # ruleid: drf-allow-any
    @action(detail=True, methods=["post"], permission_classes=[permissions.AllowAny])
    def rerun(self, request, pk=None):
        return Response()


class RegisterView(generics.CreateAPIView):
    # ok: drf-allow-any
    permission_classes = [AllowAny]


class Health(APIView):
    # ok: drf-allow-any
    permission_classes = []


# ok: drf-allow-any
@api_view(["POST"])
@permission_classes([AllowAny])
def stripe_webhook(request):
    return Response()


class PerAction(APIView):
    # ok: drf-allow-any
    permission_classes = [AllowAny]

    def get_permissions(self):
        return super().get_permissions()
