import graphene


class DeleteOrder(graphene.Mutation):
    class Arguments:
        id = graphene.ID()

    # ruleid: graphene-mutation-unguarded
    def mutate(self, info, id):
        Order.objects.get(pk=id).delete()
        return DeleteOrder(ok=True)


class DeleteOwnOrder(graphene.Mutation):
    class Arguments:
        id = graphene.ID()

    # ok: graphene-mutation-unguarded
    def mutate(self, info, id):
        Order.objects.get(pk=id, owner=info.context.user).delete()
        return DeleteOwnOrder(ok=True)


class RenameOrder(graphene.relay.ClientIDMutation):
    # ruleid: graphene-mutation-unguarded
    @classmethod
    def mutate_and_get_payload(cls, root, info, id, name):
        Order.objects.filter(pk=id).update(name=name)


class Guarded(graphene.Mutation):
    # ok: graphene-mutation-unguarded
    @login_required
    def mutate(self, info, id):
        Order.objects.get(pk=id).delete()


class Login(graphene.Mutation):
    # ok: graphene-mutation-unguarded
    def mutate(self, info, username, password):
        return Login(token=issue(username, password))
