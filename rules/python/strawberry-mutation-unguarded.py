import strawberry


@strawberry.type
class Mutation:
    # ruleid: strawberry-mutation-unguarded
    @strawberry.mutation
    def delete_order(self, id: strawberry.ID) -> bool:
        Order.objects.get(pk=id).delete()
        return True

    # ok: strawberry-mutation-unguarded
    @strawberry.mutation(permission_classes=[IsAuthenticated])
    def delete_own_order(self, info: strawberry.Info, id: strawberry.ID) -> bool:
        Order.objects.get(pk=id, owner=info.context.request.user).delete()
        return True

    # ruleid: strawberry-mutation-unguarded
    @strawberry.mutation(description="renames")
    async def rename_order(self, id: strawberry.ID, name: str) -> bool:
        await Order.objects.filter(pk=id).aupdate(name=name)
        return True

    # ok: strawberry-mutation-unguarded
    @strawberry.mutation
    def login(self, username: str, password: str) -> str:
        return issue(username, password)
