import json


class ProfileView(APIView):
    permission_classes = [IsAuthenticated]

    def put(self, request):
        # ruleid: django-mass-assignment
        Profile.objects.filter(user=request.user).update(**request.data)
        return Response()


class CheckedProfileView(APIView):
    permission_classes = [IsAuthenticated]

    def put(self, request):
        serializer = ProfileSerializer(request.user.profile, data=request.data)
        serializer.is_valid(raise_exception=True)
        # ok: django-mass-assignment
        serializer.save()
        return Response()


def create(request):
    data = json.loads(request.body)
    # ruleid: django-mass-assignment
    order = Order.objects.create(**data)
    return JsonResponse({"id": order.pk})


def save_model(request):
    data = request.data
    # ruleid: django-mass-assignment
    order = Order(**data)
    order.save()


def save_serializer(serializer, request):
    # ruleid: django-mass-assignment
    serializer.save(**request.data)


def upsert(request, pk):
    # ruleid: django-mass-assignment
    Order.objects.update_or_create(pk=pk, defaults=request.POST.dict())


def named(request):
    # ok: django-mass-assignment
    Order.objects.create(item=request.data["item"], owner=request.user)


def validated(serializer):
    # ok: django-mass-assignment
    Order.objects.create(**serializer.validated_data)


def lookup_only(request):
    # ok: django-mass-assignment
    return Order.objects.filter(**request.data)
