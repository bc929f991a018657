class UsersController < ApplicationController
  def update
    # ruleid: rails-permit-bang
    current_user.update(params.require(:user).permit!)
  end

  def order_params
    # ruleid: rails-permit-bang
    params[:order].permit!
  end

  def user_params
    # ruleid: rails-permit-bang
    params.permit!
  end

  def update_fixed
    # ok: rails-permit-bang
    current_user.update(params.require(:user).permit(:name, :email))
  end

  def next_page
    # ok: rails-permit-bang
    redirect_to orders_path(params.permit!.to_h.merge(page: 2))
  end

  def filter_params
    # ok: rails-permit-bang
    params.permit!
  end
end
